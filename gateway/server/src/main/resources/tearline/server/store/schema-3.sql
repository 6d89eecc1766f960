-- Version 3. Nothing changed.

SELECT 3;
