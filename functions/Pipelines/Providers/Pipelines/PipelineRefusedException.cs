namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>A pipeline cannot be started for an action; the message says why.</summary>
internal sealed class PipelineRefusedException(string message, Exception inner) : Exception(message, inner);
