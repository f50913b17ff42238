using Sluice.Platform.Protocol.Models;

namespace Sluice.Shapes.Tests;

public sealed class SuiteModelTests
{
    public static TheoryData<string> Services => new("codedeploy", "codebuild", "codepipeline", "codeartifact");

    [Theory]
    [MemberData(nameof(Services))]
    public void The_shapes_of_a_service_compile(string service)
    {
        var generation = Of(service);
        generation.Faults().Where(fault => !fault.Contains("CS0234", StringComparison.Ordinal)).ShouldBeEmpty();
        generation.Result.Exception.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_operation_has_its_input_and_output(string service)
    {
        var compilation = Of(service).Compilation;
        foreach (var operation in new ServiceModels()[service].Operations.Values)
        {
            foreach (var shape in new[] { operation.Input, operation.Output }.OfType<Shape>())
            {
                var type = compilation.GetTypeByMetadataName($"Shapes.Of.{service}.{shape.Name}").ShouldNotBeNull();
                shape.Members.Keys.ShouldBeSubsetOf(type.GetMembers().Select(member => member.Name), Comparer);
            }
        }
    }

    private static readonly IEqualityComparer<string> Comparer = StringComparer.OrdinalIgnoreCase;

    private static Generation Of(string service) => new(
        new[] { $"{service}.json", $"{service}.additions.json" }.Where(file => File.Exists(Path.Combine(AppContext.BaseDirectory, "Models", file))).Select(Generation.Suite));
}
