namespace Sluice.Local.Cloud;

/// <summary>A pipeline cannot be started, however often it is tried.</summary>
public sealed class PipelineRefusedException(string message) : Exception(message);
