using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.GitHosts;
using Sluice.Platform.Tables;

namespace Sluice.Connections.Deliveries;

/// <summary>
/// Takes what git hosts deliver to connections: <c>POST /deliveries?t=ID</c>, which no key signs but the connection's own secret. What it tells of goes to the bus, once, whatever is made of it there. Who does not know the secret is
/// told nothing, not even whether there is such a connection.
/// </summary>
public sealed class DeliveryEntry
{
    private const string Path = "/deliveries";
    private const int Accepted = 202;
    private const int Malformed = 400;
    private const int Forbidden = 403;
    private const int TooLarge = 413;

    /// <summary>So many are written at once. A push of more refs is told in parts.</summary>
    private const int MostAtOnce = 25;

    private readonly ConnectionStore _store;
    private readonly ITable _table;
    private readonly SuiteAccount _account;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryEntry> _log;

    internal DeliveryEntry(ConnectionStore store, ITable table, SuiteAccount account, TimeProvider time, ILogger<DeliveryEntry> log) => (_store, _table, _account, _time, _log) = (store, table, account, time, log);

    /// <summary>Whether a request is a delivery.</summary>
    public static bool Takes(ApiRequest request) => request is { Method: "POST", Path: Path };

    /// <summary>Answers a delivery.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var read = await request.WithBodyAsync(cancellationToken);
        if (read.Body.Length > ApiRequest.LargestBody)
        {
            return Answer(TooLarge, "The delivery is not taken.");
        }

        if (await FindAsync(read, cancellationToken) is not { } connection)
        {
            return Answer(Forbidden, "The delivery is not taken.");
        }

        return IsDocument(read.Body) ? await TakeAsync(connection, read, cancellationToken) : Answer(Malformed, "The body is no JSON object; hosts are to deliver application/json.");
    }

    internal static string AddressOf(StoredConnection connection) => $"{Path[1..]}?t={connection.Id}";

    /// <summary>The connection that the delivery is for, if it is signed by its secret.</summary>
    private async Task<StoredConnection?> FindAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Parameter("t") is not { } id || !Guid.TryParseExact(id, "D", out _) || await _store.FindByIdAsync(id, cancellationToken) is not { } connection
            || await _store.DeliverySecretAsync(connection, cancellationToken) is not { } secret)
        {
            return null;
        }

        if (DeliverySignatures.IsGood(connection.Provider, request, secret))
        {
            return connection;
        }

        _log.LogWarning("A delivery for the connection {Connection} is refused: it is not signed by its secret", connection.Name);
        return null;
    }

    private async Task<ApiResponse> TakeAsync(StoredConnection connection, ApiRequest request, CancellationToken cancellationToken)
    {
        var events = DeliveryEvents.Of(connection, ConnectionArns.OfConnection(connection.Id, _account), request.Body, GitHostReader.Read(request.Header, request.Body), _time.GetUtcNow());
        foreach (var some in events.Chunk(MostAtOnce))
        {
            // What was delivered before is there already.
            await _table.TryTransactAsync([.. some.Select(Outbox.Event)], cancellationToken);
        }

        return Answer(Accepted, events.Count == 0 ? "There is nothing in it that starts runs." : "It is taken.");
    }

    private static bool IsDocument(ReadOnlyMemory<byte> body)
    {
        using var document = Payload.Read(body);
        return document is not null;
    }

    private static ApiResponse Answer(int status, string message) =>
        new(status, [new("Content-Type", "application/json")], JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = message }));
}
