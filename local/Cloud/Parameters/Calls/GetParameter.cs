using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>One parameter.</summary>
internal sealed class GetParameter(FoundParameter found) : ParameterCall<GetParameter.Input>("getParameter")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) =>
        new() { ["Parameter"] = await found.GetAsync(input.Name, input.WithDecryption ?? false, cancellationToken) };

    /// <summary>Parameter Store's GetParameterRequest.</summary>
    internal sealed record Input(string Name, bool? WithDecryption);
}
