using Sluice.Platform.Documents;

namespace Sluice.Platform.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Fact]
    public void Values_keep_their_text_and_know_their_lines_and_paths()
    {
        var root = DocumentReader.Parse("x.yml", "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n      - \"make test\"\n");

        var commands = Find(root, "phases", "build", "commands").ShouldBeOfType<SequenceNode>();
        Find(root, "version").ShouldBe(new ScalarNode(1, "version", "0.2", IsPlain: true) { Column = 10 });
        commands.Items[1].ShouldBe(new ScalarNode(6, "phases.build.commands[1]", "make test", IsPlain: false) { Column = 9 });
    }

    [Fact]
    public void Json_is_read_strictly_and_knows_its_lines()
    {
        var root = DocumentReader.Parse("x.json", "{\n\t\"version\": 0.2,\n\t\"list\": [\n\t\ttrue, \"a\\u0041\"]}");

        Find(root, "version").ShouldBe(new ScalarNode(2, "version", "0.2", IsPlain: true) { Column = 13 });
        ((SequenceNode)Find(root, "list")).Items[1].ShouldBe(new ScalarNode(4, "list[1]", "aA", IsPlain: false) { Column = 9 });
        Faults("x.json", "{\"a\": 1,}").ShouldHaveSingleItem().Message.ShouldStartWith("this is not JSON");
        Faults("x.json", "{}\n{}").ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("a: 1\nb: [1, 2", 2)]
    [InlineData("a:\n\tb: 1", 2)]
    [InlineData("a: 1\n b: 2", 2)]
    [InlineData("a: 1\na: 2", 2)]
    [InlineData("a: *nothing", 1)]
    [InlineData("a: &a [*a]", 1)]
    [InlineData("a: 1\n---\nb: 2", 2)]
    [InlineData("a: !Ref b", 1)]
    [InlineData("? [a]\n: 1", 1)]
    [InlineData("base: &b {x: 1}\na:\n  <<: *b", 3)]
    [InlineData("", 0)]
    [InlineData("# nothing\n", 0)]
    [InlineData("~", 0)]
    public void What_is_no_document_is_a_fault_with_its_line(string text, int line) =>
        Faults("x.yml", text).ShouldHaveSingleItem().Line.ShouldBe(line);

    [Fact]
    public void A_tab_is_named_as_the_culprit() => Faults("x.yml", "a:\n\tb: 1")[0].Message.ShouldContain("tab");

    [Fact]
    public void An_alias_is_its_anchors_value_at_its_own_path()
    {
        var root = DocumentReader.Parse("x.yml", "a: &a [1]\nb: *a\n");

        ((SequenceNode)Find(root, "b")).Items[0].Path.ShouldBe("b[0]");
    }

    [Fact]
    public void Aliases_cannot_multiply_without_bounds()
    {
        var laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Faults("x.yml", laughs).ShouldHaveSingleItem().Message.ShouldContain("alias");
    }

    [Theory]
    [InlineData("x.yml")]
    [InlineData("x.json")]
    public void Depth_and_size_are_bounded(string file)
    {
        Faults(file, new string('[', 100_000)).ShouldHaveSingleItem().Message.ShouldContain("64 deep");
        Faults(file, new string(' ', DocumentLimits.Bytes + 1)).ShouldHaveSingleItem().Message.ShouldContain("1024 KiB");
        Faults(file, "[" + string.Join(',', Enumerable.Repeat("1", 60_000)) + "]").ShouldHaveSingleItem().Message.ShouldContain("50000");
    }

    [Theory]
    [InlineData("a\n", "")]
    [InlineData("a: 1\n", "")]
    [InlineData("- a\n", "")]
    [InlineData("&a ", "")]
    [InlineData("? ", "")]
    [InlineData("\"\\n", "\"")]
    [InlineData("# comment\n", "")]
    [InlineData("%TAG ! !\n", "")]
    [InlineData("!!str ", "")]
    [InlineData("--- \n", "")]
    [InlineData("{a: ", "")]
    [InlineData("a: |\n x\n\n", "")]
    [InlineData("{\"a\":", "")]
    [InlineData(", ", "")]
    [InlineData("    \n", "a")]
    public void Hostile_repetition_ends_soon(string part, string end)
    {
        var text = string.Concat(Enumerable.Repeat(part, (DocumentLimits.Bytes / part.Length) - 2)) + end;
        foreach (var file in new[] { "x.yml", "x.json" })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            (Record.Exception(() => DocumentReader.Read(file, text, map => map.OptionalString("name"))) is null or InvalidDocumentException).ShouldBeTrue();
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public void Long_names_do_not_multiply_into_memory()
    {
        var text = "{\"" + new string('k', 500_000) + "\": [" + string.Join(',', Enumerable.Repeat("1", 40_000)) + "]}";

        var before = GC.GetAllocatedBytesForCurrentThread();
        DocumentReader.Parse("x.json", text);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    [Fact]
    public void Bytes_are_bounded_before_they_are_text() =>
        Should.Throw<InvalidDocumentException>(() => DocumentReader.Read("x.yml", new byte[DocumentLimits.Bytes + 1], map => map.Names)).Message.ShouldContain("x.yml: the file is larger than 1024 KiB");

    [Theory]
    [InlineData("{\"a\": \"\\ud800\"}")]
    [InlineData("{\"a\": \"\\udc00 b\"}")]
    public void Half_of_a_surrogate_pair_is_no_character(string text) =>
        Faults("x.json", text).ShouldHaveSingleItem().Message.ShouldContain("half of a surrogate pair");

    [Fact]
    public void Bytes_must_be_utf8() =>
        Should.Throw<InvalidDocumentException>(() => DocumentReader.Read("x.yml", [(byte)'a', (byte)'\n', 0xFF], map => map.Names))
            .Faults.ShouldHaveSingleItem().Line.ShouldBe(2);

    [Fact]
    public void A_byte_order_mark_is_no_content() =>
        DocumentReader.Read("x.json", [0xEF, 0xBB, 0xBF, .. "{\"a\":1}"u8], map => map.RequiredInt("a")).ShouldBe(1);

    [Theory]
    [InlineData("x.yml", 1)]
    [InlineData("x.json", 2)]
    public void Any_input_gives_a_document_or_faults(string file, int seed)
    {
        const string alphabet = "ab01:-?,[]{}#&*!|>'\"%@` \n\t\\/.~<=\u0000\u0007\u0085\uFEFF\uD800é";
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            var outcome = Record.Exception(() => DocumentReader.Parse(file, text));
            (outcome is null or InvalidDocumentException).ShouldBeTrue($"{System.Text.Json.JsonSerializer.Serialize(text)}: {outcome}");
        }
    }

    [Theory]
    [InlineData("x.yml")]
    [InlineData("x.json")]
    public void A_damaged_document_gives_a_document_or_faults(string file)
    {
        const string whole = "{\"version\": 0.2, \"phases\": {\n \"build\": {\"commands\": [\"a\", \"b\"], \"finally\": []}},\n \"x\": &a [1], \"y\": |\n  text\n}";
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var text = whole.ToCharArray();
            text[random.Next(text.Length)] = (char)random.Next(256);
            text[random.Next(text.Length)] = whole[random.Next(whole.Length)];
            var outcome = Record.Exception(() => DocumentReader.Parse(file, new string(text)));
            (outcome is null or InvalidDocumentException).ShouldBeTrue($"{new string(text)}: {outcome}");
        }
    }

    private static IReadOnlyList<Fault> Faults(string file, string text) =>
        Should.Throw<InvalidDocumentException>(() => DocumentReader.Parse(file, text)).Faults;

    private static DocumentNode Find(DocumentNode node, params string[] names) =>
        names.Aggregate(node, (at, name) => ((MappingNode)at).Members.Single(member => member.Name == name).Value);
}
