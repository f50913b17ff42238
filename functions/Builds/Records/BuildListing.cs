using System.Globalization;
using Sluice.Platform.Api;

namespace Sluice.Builds.Records;

/// <summary>Lists builds, or sandboxes, by the time at which they were asked for, of all projects or of one.</summary>
internal sealed class BuildListing(ITable table)
{
    private const string Builds = "BUILDLIST";
    private const string Sandboxes = "SANDBOXLIST";

    /// <summary>Where a build is listed.</summary>
    public static IReadOnlyList<Key> KeysOf(BuildRecord build)
    {
        if (build.IsHelper())
        {
            return [];
        }

        var place = $"{build.SubmittedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}#{build.BuildId}";
        var all = build.IsSandbox ? Sandboxes : Builds;
        return [new Key(all, place), new Key(Of(all, build.ProjectName), place)];
    }

    /// <summary>A page of builds' full ids.</summary>
    /// <param name="projectName">Of this project alone; null for all.</param>
    /// <param name="ascending">The oldest first.</param>
    /// <param name="token">Where the last page ended.</param>
    /// <param name="invalidToken">The error of the model for a token of another listing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<(IReadOnlyList<string> Ids, string? NextToken)> ListAsync(string? projectName, bool ascending, string? token, string invalidToken, CancellationToken cancellationToken) =>
        ListAsync(new Query(Of(Builds, projectName)) { Descending = !ascending, PageToken = token }, invalidToken, cancellationToken);

    /// <summary>The same of sandboxes.</summary>
    /// <param name="projectName">Of this project alone; null for all.</param>
    /// <param name="ascending">The oldest first.</param>
    /// <param name="most">How many at most; null for a hundred.</param>
    /// <param name="token">Where the last page ended.</param>
    /// <param name="invalidToken">The error of the model for a token of another listing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<(IReadOnlyList<string> Ids, string? NextToken)> ListSandboxesAsync(
        string? projectName, bool ascending, int? most, string? token, string invalidToken, CancellationToken cancellationToken)
    {
        var query = new Query(Of(Sandboxes, projectName)) { Descending = !ascending, PageToken = token };
        return ListAsync(query with { Limit = most ?? query.Limit }, invalidToken, cancellationToken);
    }

    private async Task<(IReadOnlyList<string> Ids, string? NextToken)> ListAsync(Query query, string invalidToken, CancellationToken cancellationToken)
    {
        var page = await Pages.ReadAsync(table, query, invalidToken, cancellationToken);
        return ([.. page.Items.Select(item => item.Attributes["id"]!.GetValue<string>())], page.NextToken);
    }

    private static string Of(string all, string? projectName) => projectName is null ? all : $"{all}#{projectName}";
}
