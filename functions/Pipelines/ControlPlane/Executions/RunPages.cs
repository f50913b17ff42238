using System.Globalization;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Api;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Pages of what runs hold: all of the newest run first, then the next one's.</summary>
internal sealed class RunPages(PipelineRunStore runs)
{
    private const int Most = 100;
    private const int AtOnce = 20;

    /// <param name="pipeline">Whose runs.</param>
    /// <param name="token">Where the last page ended; null is the beginning.</param>
    /// <param name="most">How many at most; null for 100.</param>
    /// <param name="each">What a run holds of it, in the order in which it is shown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Platform.Protocol.ApiException">The token was altered, or is of another listing.</exception>
    public async Task<(IReadOnlyList<T> Page, string? NextToken)> ReadAsync<T>(string pipeline, string? token, int? most, Func<PipelineRun, IEnumerable<T>> each, CancellationToken cancellationToken)
    {
        var (skip, from) = Read(token);
        var (page, size) = (new List<T>(), most ?? Most);
        for (string? next = from; ;)
        {
            var start = next;
            (var read, next) = await PageAsync(pipeline, start, cancellationToken);
            var all = read.SelectMany(each).Skip(skip).ToList();
            if (page.Count + all.Count > size)
            {
                var taken = size - page.Count;
                return ([.. page, .. all.Take(taken)], Write(skip + taken, start));
            }

            page.AddRange(all);
            skip = 0;
            if (next is null || page.Count == size)
            {
                return (page, next is null ? null : Write(0, next));
            }
        }
    }

    private async Task<(IReadOnlyList<PipelineRun> Runs, string? NextToken)> PageAsync(string pipeline, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await runs.ListAsync(pipeline, token, AtOnce, cancellationToken);
        }
        catch (ArgumentException) when (token is not null)
        {
            throw Pages.InvalidToken();
        }
    }

    private static string Write(int skip, string? token) => $"{skip.ToString(CultureInfo.InvariantCulture)}.{token}";

    private static (int Skip, string? Token) Read(string? token)
    {
        if (token is null)
        {
            return (0, null);
        }

        var point = token.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && int.TryParse(token.AsSpan(0, point), NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? (skip, point + 1 < token.Length ? token[(point + 1)..] : null)
            : throw Pages.InvalidToken();
    }
}
