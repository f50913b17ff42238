using System.Globalization;
using Sluice.Platform.Api;

namespace Sluice.Builds.Records;

/// <summary>Lists builds by the time at which they were asked for, of all projects or of one.</summary>
internal sealed class BuildListing(ITable table)
{
    private const string All = "BUILDLIST";

    /// <summary>Where a build is listed.</summary>
    public static IReadOnlyList<Key> KeysOf(BuildRecord build)
    {
        if (build.IsPlan())
        {
            return [];
        }

        var place = $"{build.SubmittedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}#{build.BuildId}";
        return [new Key(All, place), new Key(Of(build.ProjectName), place)];
    }

    /// <summary>A page of full ids.</summary>
    /// <param name="projectName">Of this project alone; null for all.</param>
    /// <param name="ascending">The oldest first.</param>
    /// <param name="token">Where the last page ended.</param>
    /// <param name="invalidToken">The error of the model for a token of another listing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(IReadOnlyList<string> Ids, string? NextToken)> ListAsync(string? projectName, bool ascending, string? token, string invalidToken, CancellationToken cancellationToken)
    {
        var page = await Pages.ReadAsync(table, new Query(projectName is null ? All : Of(projectName)) { Descending = !ascending, PageToken = token }, invalidToken, cancellationToken);
        return ([.. page.Items.Select(item => item.Attributes["id"]!.GetValue<string>())], page.NextToken);
    }

    private static string Of(string projectName) => $"{All}#{projectName}";
}
