using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Attaches labels to a version, or moves them to it. Those that are none are named.</summary>
internal sealed class LabelParameterVersion(ParameterStore store) : ParameterCall<LabelParameterVersion.Input>("labelParameterVersion")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var parameter = await store.GetAsync(input.Name, cancellationToken);
        var version = input.ParameterVersion ?? parameter.Current.Number;
        if (await store.FindVersionAsync(parameter, version, cancellationToken) is null)
        {
            throw ParameterErrors.NoVersion(input.Name, $"{version}");
        }

        await store.ChangeAsync(input.Name, one => LabelRules.With(one, version, input.Labels.Where(LabelRules.IsLabel)), cancellationToken);
        return new JsonObject { ["InvalidLabels"] = new JsonArray([.. input.Labels.Where(label => !LabelRules.IsLabel(label)).Select(label => (JsonNode)label)]), ["ParameterVersion"] = version };
    }

    /// <summary>Parameter Store's LabelParameterVersionRequest.</summary>
    internal sealed record Input(string Name, long? ParameterVersion, IReadOnlyList<string> Labels);
}
