namespace Sluice.Local.StateMachines.Values;

internal sealed class DataNull : Data
{
    private DataNull()
        : base(0)
    {
    }

    internal static DataNull Value { get; } = new();

    internal override void Write(JsonOutput output) => output.Write("null");

    internal override bool IsSame(Data other) => other is DataNull;

    private protected override int Measure() => 4;
}
