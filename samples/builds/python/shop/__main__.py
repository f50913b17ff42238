import sys

from shop.stock import Stock

if __name__ == "__main__":
    stock = Stock()
    for argument in sys.argv[1:]:
        thing, _, count = argument.partition("=")
        stock.add(thing, int(count))
    print(stock)
