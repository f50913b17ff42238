namespace Sluice.Platform.Objects;

/// <summary>A bucket that is not the suite's own does not take an object, or not so; the message says why.</summary>
public sealed class ObjectRefusedException(ObjectRef target, string why) : Exception($"{target} cannot be written: {why}");
