using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Takes labels from a version. Those that it does not have are named.</summary>
internal sealed class UnlabelParameterVersion(ParameterStore store) : ParameterCall<UnlabelParameterVersion.Input>("unlabelParameterVersion")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var parameter = await store.GetAsync(input.Name, cancellationToken);
        if (await store.FindVersionAsync(parameter, input.ParameterVersion, cancellationToken) is null)
        {
            throw ParameterErrors.NoVersion(input.Name, $"{input.ParameterVersion}");
        }

        var removed = input.Labels.Intersect(parameter.LabelsOf(input.ParameterVersion), StringComparer.Ordinal).ToList();
        await store.ChangeAsync(
            input.Name, one => one with { Labels = one.Labels.Where(label => label.Value != input.ParameterVersion || !removed.Contains(label.Key)).ToDictionary(StringComparer.Ordinal) }, cancellationToken);
        return new JsonObject { ["RemovedLabels"] = Names(removed), ["InvalidLabels"] = Names(input.Labels.Except(removed, StringComparer.Ordinal)) };
    }

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    /// <summary>Parameter Store's UnlabelParameterVersionRequest.</summary>
    internal sealed record Input(string Name, long ParameterVersion, IReadOnlyList<string> Labels);
}
