using Sluice.Platform.Protocol.Models;

namespace Sluice.Shapes.Tests;

/// <summary>The four services' models.</summary>
public sealed class SuiteModelTests
{
    // What the additions of CodeDeploy's model name is of the project that has the model.
    private const string OwnTypes = "namespace Sluice.Deployments.Model.Analysis { public sealed record StepVerdict(string Why); }";

    /// <summary>CodeStar connections is CodeConnections under its older name, and has no shapes of its own.</summary>
    public static TheoryData<string> Services => new("codedeploy", "codebuild", "codepipeline", "codeconnections", "codeartifact");

    [Theory]
    [MemberData(nameof(Services))]
    public void The_shapes_of_a_service_compile(string service)
    {
        var generation = Of(service);

        generation.Faults().ShouldBeEmpty();
        generation.Result.Exception.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_operation_has_its_input_and_output(string service)
    {
        var compilation = Of(service).Compilation;
        foreach (var shape in new ServiceModels()[service].Operations.Values.SelectMany(operation => new[] { operation.Input, operation.Output }).OfType<Shape>())
        {
            var type = compilation.GetTypeByMetadataName($"Shapes.Of.{service}.{shape.Name}").ShouldNotBeNull();
            var properties = type.GetMembers().Select(member => member.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            shape.Members.Keys.Where(member => !properties.Contains(member)).ShouldBeEmpty(shape.Name);
        }
    }

    [Fact]
    public void What_additions_describe_as_the_suite_s_own_is_not_made_again()
    {
        var source = Of("codedeploy").Source("Shapes.g.cs");

        source.ShouldContain("IReadOnlyList<global::Sluice.Deployments.Model.Analysis.StepVerdict>? Verdicts");
        source.ShouldNotContain("record StepVerdict");
        source.ShouldNotContain("record MetricVerdict");
    }

    private static Generation Of(string service) => new(
        [.. new[] { $"{service}.json", $"{service}.additions.json" }.Where(file => File.Exists(Path.Combine(AppContext.BaseDirectory, "Models", file))).Select(Generation.Suite)],
        OwnTypes);
}
