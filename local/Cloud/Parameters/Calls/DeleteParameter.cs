using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Deletes a parameter with all its versions.</summary>
internal sealed class DeleteParameter(ParameterStore store) : ParameterCall<DeleteParameter.Input>("deleteParameter")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) =>
        await store.DeleteAsync(input.Name, cancellationToken) ? [] : throw ParameterErrors.NotFound(input.Name);

    /// <summary>Parameter Store's DeleteParameterRequest.</summary>
    internal sealed record Input(string Name);
}
