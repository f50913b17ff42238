using Sluice.Platform.Documents;

namespace Sluice.Platform.Tests.Documents;

public sealed class MappingReaderTests
{
    private enum Mode
    {
        Fast,
        Slow,
    }

    [Fact]
    public void Reads_every_type_of_member()
    {
        var read = DocumentReader.Read(
            "x.yml",
            "s: 0.0\ni: -5\nn: 1.5\nb: yes\nm: Slow\nlist: [a, 1]\none: x\nvars: {A: true, B: \"\"}\nmaps: {k: {v: 1}}\nitems: [{v: 1}, {v: 2}]\nnothing:\n",
            map => (
                S: map.RequiredString("s"), I: map.RequiredInt("i", -10, 10), N: map.OptionalNumber("n"), B: map.OptionalBool("b"), M: map.RequiredEnum<Mode>("m"),
                List: map.ListOfStrings("list"), One: map.ListOfStrings("one", orOne: true), Vars: map.MapOfStrings("vars"),
                Maps: map.MapOfMappings("maps", (name, inner) => name + inner.RequiredInt("v")), Items: map.ListOfMappings("items", item => item.RequiredInt("v")),
                Nothing: map.OptionalString("nothing")));

        read.S.ShouldBe("0.0");
        read.I.ShouldBe(-5);
        read.N.ShouldBe(1.5m);
        read.B.ShouldBe(true);
        read.M.ShouldBe(Mode.Slow);
        read.List.ShouldBe(["a", "1"]);
        read.One.ShouldBe(["x"]);
        read.Vars.ShouldBe(new Dictionary<string, string> { ["A"] = "true", ["B"] = "" });
        read.Maps["k"].ShouldBe("k1");
        read.Items.ShouldBe([1, 2]);
        read.Nothing.ShouldBeNull();
    }

    [Fact]
    public void Finds_all_faults_in_one_pass_in_the_order_of_their_lines()
    {
        var faults = Faults("x.yml", "version: [1]\nphase: {}\nlimit: many\nmode: Fsat\ninner:\n  comands: [a]\n", map =>
        {
            map.OptionalMapping("inner", inner => inner.ListOfStrings("commands"));
            map.RequiredString("name");
            map.OptionalMapping("phases", _ => 0);
            map.OptionalInt("limit", min: 1);
            map.OptionalEnum<Mode>("mode");
            return map.RequiredString("version");
        });

        faults.Select(fault => fault.ToString()).ShouldBe([
            "x.yml:1: name: is missing; expected a string",
            "x.yml:1: version: a string was expected, not a list",
            "x.yml:2: phase: is not known here; did you mean 'phases'?",
            "x.yml:3: limit: a whole number, at least 1 was expected, not 'many'",
            "x.yml:4: mode: one of Fast, Slow was expected, not 'Fsat'; did you mean 'Fast'?",
            "x.yml:6: inner.comands: is not known here; did you mean 'commands'?",
        ]);
    }

    [Fact]
    public void Case_counts_unless_the_document_ignores_it()
    {
        DocumentReader.Read("x.yml", "resources: {a: 1}", map => map.MapOfStrings("Resources"), ignoreCase: true).Keys.ShouldBe(["a"]);
        Faults("x.yml", "resources: 1", map => map.OptionalString("Resources")).Count.ShouldBe(1);
        Should.Throw<InvalidDocumentException>(() => DocumentReader.Read("x.yml", "a: 1\nA: 2", map => map.OptionalString("a"), ignoreCase: true))
            .Faults.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public void An_empty_member_is_absent_but_said_to_be_empty() =>
        Faults("x.yml", "a:\nb: 1", map => map.RequiredString("a") + map.RequiredInt("b")).ShouldHaveSingleItem().Message.ShouldBe("is empty; expected a string");

    [Fact]
    public void A_root_that_is_no_map_is_refused() => Faults("x.yml", "- a", map => map.Names).ShouldHaveSingleItem().Message.ShouldContain("not a list");

    [Fact]
    public void Faults_beyond_a_hundred_are_only_counted()
    {
        var faults = Faults("x.yml", string.Concat(Enumerable.Range(0, 150).Select(i => $"k{i}: 1\n")), _ => 0);

        faults.Count.ShouldBe(101);
        faults[^1].Message.ShouldBe("and 50 more faults");
    }

    [Fact]
    public void Readers_add_faults_of_their_own_at_the_members_line() =>
        Faults("x.yml", "a: 1\nb: 2", map =>
        {
            map.OptionalString("a");
            map.Fault("b", "must be odd");
            return 0;
        }).ShouldHaveSingleItem().ToString().ShouldBe("x.yml:2: b: must be odd");

    [Fact]
    public void A_dialect_can_take_values_for_what_json_says_they_are()
    {
        var dialect = new DocumentDialect { HasExactTypes = true, WhyNoMember = name => name == "Old" ? "write 'New'." : null, WhyNoValue = node => node is ScalarNode { Text: "{% x %}" } ? "no formula can stand here." : null };

        Should.Throw<InvalidDocumentException>(() => DocumentReader.ReadJson("x", """
            {"Text": 5, "Number": "5", "Whole": 1.5, "Flag": "true", "Null": null, "Formula": "{% x %}", "Old": 1, "Nwe": 1}
            """, map =>
        {
            map.Is("an order");
            map.OptionalString("Text");
            map.OptionalInt("Number");
            map.OptionalInt("Number");
            map.OptionalInt("Whole");
            map.OptionalBool("Flag");
            map.OptionalString("Null");
            map.OptionalInt("Formula");
            map.IsWritten("Nwe").ShouldBeTrue();
            return map.OptionalInt("New");
        }, dialect)).Faults.Select(fault => $"{fault.Path}: {fault.Message}").ShouldBe([
            "Text: a string was expected, not '5'",
            "Number: a whole number was expected, not the text '5'",
            "Whole: a whole number was expected, not '1.5'",
            "Flag: true or false was expected, not the text 'true'",
            "Null: a string was expected, not nothing",
            "Formula: no formula can stand here.",
            "Old: write 'New'.",
            "Nwe: an order has no such field; did you mean 'New'?",
        ]);
    }

    [Fact]
    public void A_dialect_that_takes_whole_numbers_as_json_writes_them() =>
        DocumentReader.ReadJson("x", """{"a": 1e3, "b": 2.0, "c": null}""", map => (map.OptionalInt("a"), map.OptionalInt("b"), map.Node("c")!.Description), new DocumentDialect { HasExactTypes = true })
            .ShouldBe((1000, 2, "nothing"));

    private static IReadOnlyList<Fault> Faults<T>(string file, string text, Func<MappingReader, T> read) =>
        Should.Throw<InvalidDocumentException>(() => DocumentReader.Read(file, text, read)).Faults;
}
