using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Api;

/// <summary>Pages of a listing whose token came over the wire.</summary>
public static class Pages
{
    /// <summary>What every service calls it but those whose model has no such error.</summary>
    public const string InvalidNextToken = "InvalidNextTokenException";

    /// <param name="table">Where the items are.</param>
    /// <param name="query">With the token that a client brought, if it did.</param>
    /// <param name="code">The error of the model for a token that is none of this listing's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">The token was altered, or is of another listing.</exception>
    public static async Task<Page> ReadAsync(ITable table, Query query, string code = InvalidNextToken, CancellationToken cancellationToken = default)
    {
        try
        {
            return await table.QueryAsync(query, cancellationToken);
        }
        catch (ArgumentException) when (query.PageToken is not null)
        {
            throw InvalidToken(code);
        }
    }

    /// <summary>The error about a token.</summary>
    public static ApiException InvalidToken(string code = InvalidNextToken) => new(code, "The nextToken was not given out for this listing, or was altered. Start again without one.");
}
