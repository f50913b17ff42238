using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>There is a pipeline of this name already, and it is another one.</summary>
public sealed class PipelineNameInUseException(string name)
    : ApiException(nameof(PipelineNameInUseException), $"There is a pipeline '{name}' already, with another declaration; update it, or choose another name.");
