namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>A process that waits for requests, and since when, as a timestamp.</summary>
internal sealed record IdleProcess(FunctionProcess Process, long Since);
