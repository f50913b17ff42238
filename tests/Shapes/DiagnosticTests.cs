namespace Sluice.Shapes.Tests;

/// <summary>What is wrong is told at its place.</summary>
public sealed class DiagnosticTests
{
    private const string Text = """ "Text": { "type": "string" } """;

    [Theory]
    [InlineData("{\n  \"metadata\": {,}\n}", "/models/small.json(2,16): error SLUICE001: The model of small cannot be read: a member's name was expected, not ','.")]
    [InlineData("{\n  \"metadata\"", "/models/small.json(2,13): error SLUICE001: The model of small cannot be read: ':' was expected, not the end of the document.")]
    [InlineData("{ } x", "/models/small.json(1,5): error SLUICE001: The model of small cannot be read: the end of the document was expected, not 'x'.")]
    [InlineData("{ }", "/models/small.json(1,1): error SLUICE001: The model of small cannot be read: it has no 'shapes'.")]
    [InlineData("", "/models/small.json(1,1): error SLUICE001: The model of small cannot be read: a value was expected, not the end of the document.")]
    [InlineData("[\"a\\q\"]", "/models/small.json(1,5): error SLUICE001: The model of small cannot be read: an escape was expected, not 'q'.")]
    public void A_model_that_cannot_be_read_is_told_with_its_place(string model, string says)
    {
        var generation = new Generation([new TextFile("/models/small.json", model)]);

        generation.Diagnostics.Select(one => one.ToString()).ShouldBe([says]);
        generation.Result.GeneratedSources.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(""" "Some": { "type": "list" } """, "it has no 'member'")]
    [InlineData(""" "Some": { "type": "wish" } """, "'wish' is no type of a shape; expected structure, list")]
    [InlineData(""" "Some": { "type": "list", "member": { "shape": "Gone" } } """, "it has no shape 'Gone', which it refers to")]
    [InlineData(""" "Some": { "type": "list", "member": { "shape": "Some" } } """, "'Some' is a list or a map of nothing but itself")]
    public void A_shape_that_means_nothing_is_told(string shapes, string says)
    {
        var told = Generation.Of(""" "some": { "shape": "Some" } """, shapes).Diagnostics.ShouldHaveSingleItem();

        told.Id.ShouldBe("SLUICE001");
        told.GetMessage().ShouldContain(says);
        told.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(3);
    }

    [Fact]
    public void An_addition_that_contradicts_the_model_is_told_where_it_is()
    {
        var additions = new TextFile("/models/small.additions.json", "{ \"shapes\": {\n \"Text\": { \"type\": \"integer\" } } }");

        new Generation([Generation.Model(""" "text": { "shape": "Text" } """, Text), additions]).Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldStartWith("/models/small.additions.json(2,20): error SLUICE001");
    }

    [Fact]
    public void Additions_add()
    {
        var additions = new TextFile(
            "/models/small.additions.json", """{ "shapes": { "DoInput": { "required": ["text"], "members": { "more": { "shape": "More" } } }, "More": { "type": "integer" } } }""");
        var source = new Generation([Generation.Model(""" "text": { "shape": "Text" } """, Text), additions]).Source("Shapes.g.cs");

        source.ShouldContain("public required string Text");
        source.ShouldContain("public int? More");
    }

    [Fact]
    public void Additions_say_what_the_suite_does_without()
    {
        var additions = new TextFile("/models/small.additions.json", """{ "shapes": { "DoInput": { "required": ["text"], "optional": ["text"] } } }""");
        new Generation([Generation.Model(""" "text": { "shape": "Text" } """, Text), additions]).Source("Shapes.g.cs").ShouldContain("public string? Text");
    }

    [Fact]
    public void No_file_mirrors_a_model()
    {
        const string planted = """
            namespace Elsewhere;

            internal sealed record doINPUT(string Text);
            """;

        var told = Generation.Of(""" "text": { "shape": "Text" } """, Text, planted).Diagnostics.ShouldHaveSingleItem();

        told.ToString().ShouldBe("Source0.cs(3,24): error SLUICE004: doINPUT mirrors the structure DoInput of small's model; use Shapes.Of.small.DoInput.");
    }

    [Fact]
    public void Without_a_model_nothing_is_made_or_told()
    {
        var generation = new Generation([new TextFile("/readme.txt", "{")], RegistryTests.Operation("Anything", "object", "object"));

        generation.Diagnostics.ShouldBeEmpty();
        generation.Result.GeneratedSources.ShouldBeEmpty();
    }
}
