using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Shapes.Tests;

/// <summary>What is not touched is not made again.</summary>
public sealed class IncrementalTests
{
    private const string Shapes = """ "Text": { "type": "string" } """;
    private static readonly TextFile _model = Generation.Model(""" "text": { "shape": "Text" } """, Shapes);

    [Fact]
    public void A_file_that_has_nothing_to_do_with_it_makes_nothing_again()
    {
        var generation = new Generation([_model], RegistryTests.Operation("Do", "DoInput", "object"));
        var before = generation.Sources;

        generation.Add("namespace Other; public sealed class Unrelated : System.IDisposable { public void Dispose() { } }");

        generation.Reasons(ShapesGenerator.ServicesStep).ShouldBe([IncrementalStepRunReason.Cached]);
        generation.Reasons(ShapesGenerator.NamesStep).ShouldBe([IncrementalStepRunReason.Cached]);
        IsSame(before, generation).ShouldBeTrue();
    }

    [Fact]
    public void A_model_that_says_the_same_makes_nothing_again()
    {
        var generation = new Generation([_model]);
        var before = generation.Sources;

        generation.Replace(_model, new TextFile(_model.Path, _model.GetText(TestContext.Current.CancellationToken) + "\n\n"));

        generation.Reasons(ShapesGenerator.ServicesStep).ShouldBe([IncrementalStepRunReason.Unchanged]);
        IsSame(before, generation).ShouldBeTrue();
    }

    [Fact]
    public void A_model_that_says_something_else_is_made_again()
    {
        var generation = new Generation([_model]);
        var before = generation.Sources;

        generation.Replace(_model, Generation.Model(""" "other": { "shape": "Text" } """, Shapes));

        generation.Reasons(ShapesGenerator.ServicesStep).ShouldBe([IncrementalStepRunReason.Modified]);
        generation.Source("Shapes.g.cs").ShouldContain("string? Other");
        IsSame(before, generation).ShouldBeFalse();
    }

    // What is made again is another object, though it says the same.
    private static bool IsSame(IReadOnlyList<SourceText> before, Generation generation) =>
        before.Count == 2 && before.Zip(generation.Sources, ReferenceEquals).All(same => same);
}
