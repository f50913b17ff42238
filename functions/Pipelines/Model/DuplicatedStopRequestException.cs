using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The run is stopping already.</summary>
public sealed class DuplicatedStopRequestException(string id)
    : ApiException(nameof(DuplicatedStopRequestException), $"The run '{id}' is stopping already: its running actions are finishing. To leave them behind, stop it with 'abandon'.");
