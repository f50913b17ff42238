namespace Sluice.World;

internal sealed class ProcessKilledException() : Exception("The process was killed.");
