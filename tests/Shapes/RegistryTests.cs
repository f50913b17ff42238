namespace Sluice.Shapes.Tests;

/// <summary>Declaring a class is registering an operation.</summary>
public sealed class RegistryTests
{
    private const string Text = """ "Text": { "type": "string" } """;
    private const string Members = """ "text": { "shape": "Text" } """;

    public static string Operation(string name, string input, string output, string modifiers = "public sealed") => $$"""
        using Sluice.Platform.Protocol;
        using Shapes.Of.small;

        namespace Shapes.Of.small { }

        namespace Service.Api
        {
            {{modifiers}} class {{name}} : IOperation<{{input}}, {{output}}>
            {
                public System.Threading.Tasks.Task<{{output}}> RunAsync({{input}} input, OperationContext context, System.Threading.CancellationToken cancellationToken) => throw new System.NotSupportedException();
            }
        }
        """;

    [Fact]
    public void A_class_of_an_operation_is_registered()
    {
        var generation = Generation.Of(Members, Text, Operation("Do", "DoInput", "object"), "namespace Other; public sealed class Unrelated : System.IDisposable { public void Dispose() { } }");

        generation.Faults().ShouldBeEmpty();
        var source = generation.Source("Operations.g.cs");
        source.ShouldContain("AddSmallOperations(");
        source.Split('\n').Where(line => line.Contains("AddOperation<", StringComparison.Ordinal))
            .ShouldBe(["        global::Sluice.Platform.Protocol.OperationServices.AddOperation<global::Service.Api.Do>(services, \"small\");"]);
    }

    [Fact]
    public void A_class_that_inherits_what_it_does_is_registered_and_its_abstract_base_is_not()
    {
        var generation = Generation.Of(Members, Text, Operation("Base", "DoInput", "object", "public abstract"), "namespace Service.Api; public sealed class Do : Base;");

        generation.Faults().ShouldBeEmpty();
        generation.Source("Operations.g.cs").ShouldContain("AddOperation<global::Service.Api.Do>");
    }

    [Fact]
    public void A_class_of_no_operation_is_told()
    {
        var told = Generation.Of(Members, Text, Operation("DO", "DoInput", "object")).Diagnostics.ShouldHaveSingleItem();

        told.ToString().ShouldBe("Source0.cs(8,25): error SLUICE002: DO implements IOperation, but the model of small has no operation of this name; it has Do.");
    }

    [Fact]
    public void A_class_that_takes_something_else_than_the_model_says_is_told() =>
        Generation.Of(Members, Text, Operation("Do", "object", "object")).Diagnostics.ShouldHaveSingleItem().GetMessage().ShouldBe("Do takes Object, but in the model DoInput.");
}
