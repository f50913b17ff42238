using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Packages;

/// <summary>All of a list that CodeArtifact gives in pages.</summary>
internal static class PackagePages
{
    /// <param name="suite">Whom it asks.</param>
    /// <param name="method">HTTP's.</param>
    /// <param name="path">The operation's.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="list">The member that has the list.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<IReadOnlyList<JsonNode>> PagesAsync(this SuiteClient suite, HttpMethod method, string path, IEnumerable<(string Name, string? Value)> query, string list, CancellationToken stop)
    {
        var (all, members, token) = (new List<JsonNode>(), query.ToList(), (string?)null);
        do
        {
            var answer = await suite.PackagesAsync(method, PackageQuery.Of(path, [.. members, ("next-token", token)]), null, stop);
            all.AddRange((answer[list] as JsonArray ?? []).OfType<JsonNode>());
            token = (string?)answer["nextToken"];
        }
        while (token is not null);

        return all;
    }
}
