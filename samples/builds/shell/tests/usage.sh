tool/slug 2> /dev/null && exit 1
test $? -eq 2
