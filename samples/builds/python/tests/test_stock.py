import unittest

from shop.stock import OutOfStock, Stock


class StockTest(unittest.TestCase):
    def test_what_is_added_is_there(self):
        stock = Stock()
        stock.add("pears", 3)
        stock.take("pears")
        self.assertEqual(str(stock), "2 pears")

    def test_no_more_is_taken_than_is_there(self):
        with self.assertRaisesRegex(OutOfStock, "pears: 1 wanted, 0 there"):
            Stock().take("pears")
