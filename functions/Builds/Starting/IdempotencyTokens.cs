using System.Security.Cryptography;
using System.Text;
using Sluice.Builds.ControlPlane;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Starting;

/// <summary>Idempotency tokens: with the same one, the same request within five minutes makes one thing.</summary>
internal sealed class IdempotencyTokens(ITable table, TimeProvider time)
{
    private static readonly TimeSpan _live = TimeSpan.FromMinutes(5);

    /// <summary>Makes a thing, or finds the one that the token made.</summary>
    /// <param name="owner">What tokens are told apart by, besides themselves.</param>
    /// <param name="token">The token; null for none.</param>
    /// <param name="request">The request, by which it is known again.</param>
    /// <param name="find">Finds what was made by its id.</param>
    /// <param name="make">Makes it, and writes the token with it: what is written is for its id. Null if somebody was faster.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">The token came with another request.</exception>
    public Task<T> OnceAsync<T>(
        string owner, string? token, string request, Func<string, Task<T>> find, Func<Func<string, IReadOnlyList<GuardedWrite>>, Task<T?>> make, CancellationToken cancellationToken)
        where T : class => Contention.DecideAsync(
        $"The idempotency token {token}",
        () => token is null ? make(static _ => []) : TryAsync(new Key($"BUILDTOKENS#{owner}", HashOf(token)), HashOf(request), find, make, cancellationToken));

    private async Task<T?> TryAsync<T>(Key key, string request, Func<string, Task<T>> find, Func<Func<string, IReadOnlyList<GuardedWrite>>, Task<T?>> make, CancellationToken cancellationToken)
        where T : class
    {
        var now = time.GetUtcNow();
        var known = await table.FindAsync<TakenToken>(key, cancellationToken);
        if (known is { Value: var taken } && taken.Until > now)
        {
            return taken.Request == request
                ? await find(taken.Id)
                : throw InvalidInput.Of("The idempotencyToken came with another request in the last five minutes; expected the same request, or another token.");
        }

        var unchanged = known is null ? Condition.Absent : Condition.Rev(known.Rev);
        return await make(id => [PutItem.Of(key, new TakenToken(id, request, now + _live), unchanged, expiresAt: now + _live)]);
    }

    /// <summary>A token may be of any length, and a key may not.</summary>
    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record TakenToken(string Id, string Request, DateTimeOffset Until);
}
