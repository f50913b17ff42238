using System.Security.Cryptography;
using System.Text;
using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Starts pipelines for events.</summary>
public sealed class EventStarts
{
    private readonly ExecutionStarts _starts;

    internal EventStarts(ExecutionStarts starts) => _starts = starts;

    /// <summary>Starts a run; the same event twice is one.</summary>
    /// <returns>The run's id.</returns>
    /// <exception cref="ApiException">It cannot be started so.</exception>
    /// <exception cref="Sources.SourceUnavailableException">A source cannot be read now.</exception>
    public async Task<string> StartAsync(EventStart start, CancellationToken cancellationToken = default) => await _starts.StartAsync(
        new StartRequest(start.Name ?? throw InvalidRequest.Of("The name of a pipeline was expected in 'name'; the rule's input transformer gives it."), Token(start.EventId), start.Detail ?? "An event")
        {
            Variables = start.Variables ?? [],
            SourceRevisions = start.SourceRevisions ?? [],
            TriggerType = TriggerType.CloudWatchEvent,
        },
        cancellationToken);

    /// <summary>Whatever an event's id is made of, what stands for it may be a client's token, and is no other client's.</summary>
    private static string? Token(string? eventId) => string.IsNullOrEmpty(eventId) ? null : $"event-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)))}";
}
