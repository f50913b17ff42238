using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>What is under way is answered all the same.</summary>
internal sealed class DeleteFunction(FunctionEditor editor, UnusedCode unused, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:deleteFunction";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var reference = FunctionReference.Parse(ConfigurationRules.Required(input.FunctionName, "FunctionName"), input.Qualifier, identity);
        await (reference.Qualifier is { } version ? editor.DeleteVersionAsync(reference.Name, version) : editor.DeleteAsync(reference.Name));
        unused.Remove();
        return new JsonObject();
    }

    private sealed record Input(string? FunctionName, string? Qualifier);
}
