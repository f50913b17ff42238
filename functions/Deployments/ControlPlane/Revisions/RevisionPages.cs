using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>Pages of an ordered listing. The token says where the last page ended, so what is registered meanwhile moves nothing.</summary>
internal static class RevisionPages
{
    public const int Size = 100;
    private const int CheckLength = 12;

    /// <exception cref="ApiException"><c>InvalidNextTokenException</c>.</exception>
    public static (IReadOnlyList<RevisionLocation> Page, string? NextToken) Of(
        RevisionQuery query, IEnumerable<ApplicationRevision> revisions, CurrentRevisions current, string? token)
    {
        var direction = query.SortOrder == SortOrder.descending ? -1 : 1;
        var after = token is null ? null : Decode(query, token);
        var placed = revisions.Where(revision => query.Takes(revision, current)).Select(revision => (Place: query.PlaceOf(revision), revision.Revision));
        List<(RevisionPlace Place, RevisionLocation Revision)> rest =
        [
            .. placed.Where(candidate => after is null || direction * candidate.Place.CompareTo(after) > 0)
                .OrderBy(candidate => candidate.Place, Comparer<RevisionPlace>.Create((left, right) => direction * left.CompareTo(right)))
                .Take(Size + 1),
        ];
        var page = rest.Take(Size).ToList();
        return ([.. page.Select(listed => listed.Revision)], rest.Count > Size ? Encode(query, page[^1].Place) : null);
    }

    private static string Encode(RevisionQuery query, RevisionPlace last)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(last);
        return Convert.ToBase64String([.. Check(query, body), .. body]);
    }

    private static RevisionPlace Decode(RevisionQuery query, string token)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(token)];
        if (Convert.TryFromBase64String(token, bytes, out var length) && length > CheckLength)
        {
            var body = bytes[CheckLength..length];
            if (bytes.AsSpan(0, CheckLength).SequenceEqual(Check(query, body)))
            {
                return JsonSerializer.Deserialize<RevisionPlace>(body)!;
            }
        }

        throw Pages.InvalidToken();
    }

    private static byte[] Check(RevisionQuery query, byte[] body) => SHA256.HashData([.. JsonSerializer.SerializeToUtf8Bytes(query), 0, .. body])[..CheckLength];
}
