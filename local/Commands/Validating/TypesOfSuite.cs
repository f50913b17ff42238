using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;

namespace Sluice.Local.Commands.Validating;

/// <summary>The types of actions that a suite has; where nobody can be asked, any that a user may have made.</summary>
internal static class TypesOfSuite
{
    public static KnownTypes Unasked { get; } = new KnownTypes([], []) { TakesOthers = true };

    public static async Task<KnownTypes> AskAsync(SuiteClient? suite, CancellationToken stop)
    {
        if (suite is null)
        {
            return Unasked;
        }

        var (types, token) = (new List<ActionType>(), (string?)null);
        do
        {
            var page = await suite.AskAsync<ListActionTypesOutput>(new ListActionTypesInput { NextToken = token }, stop);
            types.AddRange(page.ActionTypes);
            token = page.NextToken;
        }
        while (token is not null);
        return new KnownTypes([.. types.Where(type => !ActionKinds.BuiltIn.Any(known => known.Is(type.Id))).Select(Of)], []);
    }

    private static CustomType Of(ActionType type) => new(
        type.Id,
        new CountRange(type.InputArtifactDetails.MinimumCount, type.InputArtifactDetails.MaximumCount),
        new CountRange(type.OutputArtifactDetails.MinimumCount, type.OutputArtifactDetails.MaximumCount),
        [.. (type.ActionConfigurationProperties ?? []).Select(property => new ConfigurationKey(property.Name, property.Required) { Secret = property.Secret })]);
}
