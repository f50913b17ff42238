using Sluice.Platform.Configuration;

namespace Sluice.Platform.Tests.Configuration;

public sealed class VariableReaderTests
{
    private readonly VariableReader _reader = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["NAME"] = "shop", ["EMPTY"] = "", ["COUNT"] = "7", ["TOKEN"] = "hunter2" });

    [Fact]
    public void Good_values_are_read()
    {
        (_reader.Required("NAME", "a name"), _reader.Optional("EMPTY"), _reader.Number("COUNT", 1, 9, missing: 3), _reader.Number("EMPTY", 1, 9, missing: 3)).ShouldBe(("shop", null, 7, 3));
        Should.NotThrow(_reader.ThrowIfFaulty);
    }

    [Fact]
    public void Every_fault_is_told_and_no_secret()
    {
        _reader.Required("EMPTY", "a name");
        _reader.Required("NAME", "a number", value => value.All(char.IsAsciiDigit));
        _reader.Required("TOKEN", "a token", _ => false, isSecret: true);
        _reader.Number("COUNT", 8, 9, missing: 8);

        Should.Throw<InvalidConfigurationException>(_reader.ThrowIfFaulty).Faults.ShouldBe(
            ["EMPTY is missing; expected a name", "NAME is 'shop'; expected a number", "TOKEN is not valid; expected a token", "COUNT is '7'; expected 8 to 9"]);
    }
}
