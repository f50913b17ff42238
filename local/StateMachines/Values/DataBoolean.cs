namespace Sluice.Local.StateMachines.Values;

internal sealed class DataBoolean : Data
{
    private DataBoolean(bool value)
        : base(0) => Value = value;

    internal static DataBoolean True { get; } = new(true);

    internal static DataBoolean False { get; } = new(false);

    internal bool Value { get; }

    internal static DataBoolean Of(bool value) => value ? True : False;

    internal override void Write(JsonOutput output) => output.Write(Value ? "true" : "false");

    internal override bool IsSame(Data other) => other is DataBoolean boolean && boolean.Value == Value;

    private protected override int Measure() => Value ? 4 : 5;
}
