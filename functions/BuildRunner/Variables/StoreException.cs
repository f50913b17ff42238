namespace Sluice.BuildRunner.Variables;

/// <summary>A store does not give a value; why, in its own words.</summary>
internal sealed class StoreException(string message) : Exception(message);
