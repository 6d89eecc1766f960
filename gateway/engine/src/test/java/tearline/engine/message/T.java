package tearline.engine.message;
import java.nio.file.*;
import tearline.engine.*; import tearline.engine.check.*; import tearline.engine.standard.*; import tearline.engine.mapping.*; import tearline.engine.xml.*;
public class T { public static void main(String[] a) throws Exception {
 long t0=System.nanoTime();
 var shelf=Shelf.shipped(); var st=new Standards(shelf); var ch=new Checker(shelf, st, new Schemas(shelf)); var mp=new Mappings(shelf); var r=new MessageReader(ch, mp, false);
 System.out.println("loaded "+(System.nanoTime()-t0)/1000000+" ms "+st.list().stream().map(Standard::name).toList());
 for (var f: a) { try { var m=r.read(Files.readAllBytes(Path.of(f))); System.out.println("ACC "+Path.of(f).getFileName()+" "+m.standard()+" "+m.parts().size()+" "+m.parts().get(0).facts()+" "+m.parts().get(0).findings().stream().map(x->x.rule()+":"+x.line()).toList()+ " "+m.envelope().map(e->e.getStatus()+e.getObject().size()));
   } catch (Refusal e) { System.out.println("REF "+Path.of(f).getFileName()+" "+e.getMessage()); e.findings().stream().limit(3).forEach(x->System.out.println("   "+x.asText())); } catch (Exception e) { System.out.println("EXC "+f+" "+e); e.printStackTrace(System.out);} }
 System.out.println("done "+(System.nanoTime()-t0)/1000000);
}}
