using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Deletes up to ten parameters. Those that are not there are named.</summary>
internal sealed class DeleteParameters(ParameterStore store) : ParameterCall<DeleteParameters.Input>("deleteParameters")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var (deleted, invalid) = (new JsonArray(), new JsonArray());
        foreach (var name in input.Names.Distinct(StringComparer.Ordinal))
        {
            (await store.DeleteAsync(name, cancellationToken) ? deleted : invalid).Add(name);
        }

        return new JsonObject { ["DeletedParameters"] = deleted, ["InvalidParameters"] = invalid };
    }

    /// <summary>Parameter Store's DeleteParametersRequest.</summary>
    internal sealed record Input(IReadOnlyList<string> Names);
}
