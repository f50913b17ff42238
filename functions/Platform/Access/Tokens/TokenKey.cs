using Sluice.Platform.Ids;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Access.Tokens;

/// <summary>The key that signs tokens: made when it is first needed, sealed in the table, and read from there once.</summary>
internal sealed class TokenKey(ITable table, ISecretBox box, IIds ids)
{
    private const string Owner = "package-tokens";
    private static readonly Key Place = new("PKGTOKENKEY", "KEY");
    private byte[]? _key;

    public async Task<byte[]> GetAsync(CancellationToken cancellationToken)
    {
        if (_key is { } known)
        {
            return known;
        }

        if (await table.GetAsync(Place, cancellationToken) is null)
        {
            // Whoever is first: all read it afterwards.
            var secret = await box.SealAsync(ids.Secret() + ids.Secret(), Owner, cancellationToken);
            await table.TryTransactAsync([PutItem.Of(Place, new TokenKeyRecord(secret), Condition.Absent)], cancellationToken);
        }

        var stored = (await table.GetAsync(Place, cancellationToken))!.Read<TokenKeyRecord>();
        return _key = Convert.FromHexString(await box.OpenAsync(stored.SealedSecret, Owner, cancellationToken));
    }
}
