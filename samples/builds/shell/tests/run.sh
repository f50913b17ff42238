#!/tool/sh
# Runs the tests that it is given, and writes what became of them to reports/unit.xml.
mkdir -p reports
failed=0
{
  echo '<testsuite name="slug">'
  for file in "$@"; do
    if sh "$file"; then echo "<testcase name=\"$file\"/>"; else failed=1; echo "<testcase name=\"$file\"><failure/></testcase>"; fi
  done
  echo '</testsuite>'
} > reports/unit.xml
exit $failed
