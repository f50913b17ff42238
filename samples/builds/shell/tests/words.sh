test "$(tool/slug 'Two Pears, please!')" = two-pears-please
