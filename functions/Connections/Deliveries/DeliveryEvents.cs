using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Events;
using Sluice.Platform.GitHosts;
using Sluice.Platform.Json;

namespace Sluice.Connections.Deliveries;

/// <summary>What a delivery becomes on the bus: an event for each thing that it tells of.</summary>
internal static class DeliveryEvents
{
    /// <summary>An event has 256 KB; who is told no paths finds them out.</summary>
    private const int MostPaths = 100_000;

    private const int LongestTitle = 1000;

    /// <param name="connection">Whose delivery.</param>
    /// <param name="arn">Its ARN.</param>
    /// <param name="body">What is signed, by which the same delivery is known again.</param>
    /// <param name="told">What it tells of.</param>
    /// <param name="now">When it came.</param>
    public static IReadOnlyList<SuiteEvent> Of(StoredConnection connection, string arn, ReadOnlyMemory<byte> body, IReadOnlyList<GitHostEvent> told, DateTimeOffset now)
    {
        var delivery = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(connection.Id), .. body.Span]));
        return [.. told.Select((one, place) => Event(new RepositoryChange($"{delivery}-{place}", connection.Id, Short(one)), arn, now))];
    }

    private static SuiteEvent Event(RepositoryChange change, string arn, DateTimeOffset now) => new(
        $"delivery-{change.DeliveryId}", RepositoryChange.Source, RepositoryChange.DetailType, (JsonObject)JsonSerializer.SerializeToNode(change, SluiceJson.Options)!, now, Sequence: 0, [arn]);

    private static GitHostEvent Short(GitHostEvent told)
    {
        var isShort = told.FilePaths is null || told.FilePaths.Sum(path => path.Length) <= MostPaths;
        return told with
        {
            CommitMessage = null,
            Title = told.Title is { Length: > LongestTitle } title ? title[..LongestTitle] : told.Title,
            FilePaths = isShort ? told.FilePaths : null,
            HasAllPaths = isShort && told.HasAllPaths,
        };
    }
}
