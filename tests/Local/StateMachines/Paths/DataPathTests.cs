using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.Tests.StateMachines.Paths;

public sealed class DataPathTests
{
    private const string Store =
        """
        {"store": {"book": [
            {"category": "reference", "author": "Rees", "title": "Sayings", "price": 8.95},
            {"category": "fiction", "author": "Waugh", "title": "Sword", "price": 12.99},
            {"category": "fiction", "author": "Melville", "title": "Moby Dick", "isbn": "0-553", "price": 8.99},
            {"category": "fiction", "author": "Tolkien", "title": "Rings", "isbn": "0-395", "price": 22.99}],
          "bicycle": {"color": "red", "price": 19.95}},
         "limit": 10, "tags": ["a", "b"], "a b": {"c.d": 1}, "null": null, "it's": 5, "ünï": 6, "q\\\"\"n\"": 7, "b\\s": 8}
        """;

    [Theory]
    [InlineData("$.limit", "10")]
    [InlineData("$['limit']", "10")]
    [InlineData("$[\"limit\"]", "10")]
    [InlineData("$['a b']['c.d']", "1")]
    [InlineData("$['it\\'s']", "5")]
    [InlineData("$['q\\\"\"n\"']", "7")]
    [InlineData("$['b\\\\s']", "8")]
    [InlineData("$.ünï", "6")]
    [InlineData("$.null", "null")]
    [InlineData("$.tags", """["a","b"]""")]
    [InlineData("$.tags[1]", "\"b\"")]
    [InlineData("$.tags[-1]", "\"b\"")]
    [InlineData("$.tags.[0]", "\"a\"")]
    [InlineData("$.['a b'].['c.d']", "1")]
    [InlineData("$.store.book[0].title", "\"Sayings\"")]
    [InlineData("$.store.book[0]['author','price','none']", """{"author":"Rees","price":8.95}""")]
    public void A_definite_path_gives_the_value(string path, string expected) => Find(path).ShouldBe(expected);

    [Theory]
    [InlineData("$.store.book[*].author", """["Rees","Waugh","Melville","Tolkien"]""")]
    [InlineData("$..author", """["Rees","Waugh","Melville","Tolkien"]""")]
    [InlineData("$.store.*.color", """["red"]""")]
    [InlineData("$.store.bicycle.*", """["red",19.95]""")]
    [InlineData("$.store..price", "[8.95,12.99,8.99,22.99,19.95]")]
    [InlineData("$..book[2].title", """["Moby Dick"]""")]
    [InlineData("$..book[-1].title", """["Rings"]""")]
    [InlineData("$.store.book[0,3].price", "[8.95,22.99]")]
    [InlineData("$.store.book[:2].price", "[8.95,12.99]")]
    [InlineData("$.store.book[1:3].price", "[12.99,8.99]")]
    [InlineData("$.store.book[-2:].price", "[8.99,22.99]")]
    [InlineData("$.store.book[2:].price", "[8.99,22.99]")]
    [InlineData("$.store.book[::2].price", "[8.95,8.99]")]
    [InlineData("$.store.book[9:].price", "[]")]
    [InlineData("$.store.book[7,8]", "[]")]
    [InlineData("$.tags[*]", """["a","b"]""")]
    [InlineData("$.limit[*]", "[]")]
    [InlineData("$..nothing", "[]")]
    [InlineData("$.store.book[*].isbn", """["0-553","0-395"]""")]
    [InlineData("$['limit','tags'][0]", """["a"]""")]
    [InlineData("$.none[*]", "[]")]
    [InlineData("$.none[1:]", "[]")]
    [InlineData("$.none[:1].deeper", "[]")]
    [InlineData("$.none.deeper[1:5].x", "[]")]
    [InlineData("$.none[0,1]", "[]")]
    [InlineData("$.none[?(@.x)]", "[]")]
    [InlineData("$.none..x", "[]")]
    [InlineData("$.tags[7].x[*]", "[]")]
    [InlineData("$.tags.[*]", """["a","b"]""")]
    [InlineData("$.store.book.[?(@.price < 8.96)].author", """["Rees"]""")]
    public void An_indefinite_path_gives_an_array(string path, string expected) => Find(path).ShouldBe(expected);

    [Theory]
    [InlineData("@.price < 10", "Sayings,Moby Dick")]
    [InlineData("@.price <= 8.95", "Sayings")]
    [InlineData("@.price > 10", "Sword,Rings")]
    [InlineData("@.price >= 12.99", "Sword,Rings")]
    [InlineData("@.price == 8.990", "Moby Dick")]
    [InlineData("@.price != 8.99", "Sayings,Sword,Rings")]
    [InlineData("@.price < $.limit", "Sayings,Moby Dick")]
    [InlineData("@.isbn", "Moby Dick,Rings")]
    [InlineData("!@.isbn", "Sayings,Sword")]
    [InlineData("!(@.isbn)", "Sayings,Sword")]
    [InlineData("@.category == 'fiction' && @.price < 20", "Sword,Moby Dick")]
    [InlineData("@.author == 'Rees' || @.author == \"Waugh\"", "Sayings,Sword")]
    [InlineData("@.author == 'Rees' || @.isbn && @.price > 20", "Sayings,Rings")]
    [InlineData("(@.author == 'Rees' || @.isbn) && @.price > 20", "Rings")]
    [InlineData("@.title =~ /.*o.*/i", "Sword,Moby Dick")]
    [InlineData("@.title =~ /o/", "")]
    [InlineData("@.author in ['Rees', 'Tolkien']", "Sayings,Rings")]
    [InlineData("@.author nin ['Rees', 'Tolkien']", "Sword,Moby Dick")]
    [InlineData("@.title contains 'in'", "Sayings,Rings")]
    [InlineData("@.title size 5", "Sword,Rings")]
    [InlineData("@.isbn empty false", "Moby Dick,Rings")]
    [InlineData("@.price == '8.99'", "")]
    [InlineData("@.title < 'Ringt'", "Moby Dick,Rings")]
    [InlineData("'Rees' == @.author", "Sayings")]
    [InlineData("@['author'] == 'Rees'", "Sayings")]
    public void A_filter_keeps_what_it_is_true_of(string filter, string titles) =>
        Find($"$.store.book[?({filter})].title").ShouldBe("[" + string.Join(',', titles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(title => $"\"{title}\"")) + "]");

    [Theory]
    [InlineData("$[?(@.x subsetof [1,2,3])].n", "[1]")]
    [InlineData("$[?(@.x anyof [2,9])].n", "[1]")]
    [InlineData("$[?(@.x noneof [1,2])].n", "[2]")]
    [InlineData("$[?(@.y == null)].n", "[2]")]
    [InlineData("$[?(@.y == true)].n", "[1]")]
    [InlineData("$[?(@.x[0] == 1)].n", "[1]")]
    [InlineData("$[?(@.x[*])].n", "[1,2]")]
    public void Filters_look_into_arrays(string path, string expected) =>
        Parse(path).Find(Data.Parse("""[{"n":1,"x":[1,2],"y":true},{"n":2,"x":[7],"y":null}]"""))!.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("$.none")]
    [InlineData("$.none.deeper")]
    [InlineData("$.limit.x")]
    [InlineData("$.tags[2]")]
    [InlineData("$.tags[-3]")]
    [InlineData("$.tags.x")]
    public void What_is_missing_where_a_path_names_one_place_is_not_found(string path) => Parse(path).Find(Data.Parse(Store)).ShouldBeNull();

    [Theory]
    [InlineData("", "ends where '$' is expected")]
    [InlineData("limit", "has 'l' at position 1 where '$' is expected")]
    [InlineData("$.", "ends where a name or '*' is expected")]
    [InlineData("$limit", "has 'l' at position 2 where '.' or '[' is expected")]
    [InlineData("$.a b", "has ' ' at position 4")]
    [InlineData("$[", "ends where an index")]
    [InlineData("$['a'", "ends where ']' is expected")]
    [InlineData("$['a]", "ends where")]
    [InlineData("$[1.5]", "has '.' at position 4")]
    [InlineData("$[0:3:-1]", "has the step -1")]
    [InlineData("$.a.length()", "calls 'length()'")]
    [InlineData("$[?(@.a ==)]", "has ')' at position 11")]
    [InlineData("$[?(1)]", "a comparison such as ==")]
    [InlineData("$[?(@.a =~ /(/)]", "not supported")]
    [InlineData("$[?(@.a =~ /x/q)]", "the flag 'q'")]
    [InlineData("$[99999999999]", "an index")]
    public void A_path_that_is_not_well_formed_says_where(string path, string message)
    {
        DataPath.TryParse(path, out _, out var fault).ShouldBeFalse();

        fault.ShouldContain(message);
    }

    [Fact]
    public void Brackets_without_end_are_refused_rather_than_followed()
    {
        DataPath.TryParse("$[?(" + new string('(', 100_000), out _, out var fault).ShouldBeFalse();

        fault.ShouldContain("nested more than 32 deep");
    }

    [Theory]
    [InlineData("$", "{}", "7")]
    [InlineData("$.a", """{"b":1}""", """{"b":1,"a":7}""")]
    [InlineData("$.a.b.c", """{"a":{"x":1}}""", """{"a":{"x":1,"b":{"c":7}}}""")]
    [InlineData("$.a[1]", """{"a":[1,2,3]}""", """{"a":[1,7,3]}""")]
    [InlineData("$.a[-1].b", """{"a":[1,{}]}""", """{"a":[1,{"b":7}]}""")]
    [InlineData("$['x y']", "{}", """{"x y":7}""")]
    public void A_reference_path_writes_in_place(string path, string input, string expected)
    {
        var before = Data.Parse(input);

        ReferencePath.Write(Parse(path), before, Data.Parse("7")).ToString().ShouldBe(expected);

        before.ToString().ShouldBe(input);
    }

    [Theory]
    [InlineData("$.a", "[]")]
    [InlineData("$.a.b", """{"a":1}""")]
    [InlineData("$.a[0]", """{"a":[]}""")]
    [InlineData("$.a[0]", "{}")]
    public void A_reference_path_that_does_not_fit_fails(string path, string input) =>
        Should.Throw<Sluice.Local.StateMachines.Evaluation.StateFailedException>(() => ReferencePath.Write(Parse(path), Data.Parse(input), DataNull.Value))
            .Failure.Error.ShouldBe("States.ResultPathMatchFailure");

    private static string Find(string path) => Parse(path).Find(Data.Parse(Store)).ShouldNotBeNull().ToString();

    private static DataPath Parse(string path)
    {
        DataPath.TryParse(path, out var parsed, out var fault).ShouldBeTrue(fault);
        return parsed!;
    }
}
