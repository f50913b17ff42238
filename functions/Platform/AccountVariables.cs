using Sluice.Platform.Accounts;
using Sluice.Platform.Configuration;
using Sluice.Platform.Objects;

namespace Sluice.Platform;

/// <summary>Where a suite in an account keeps what it has, as the template tells its programs.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Account">Where the suite runs.</param>
/// <param name="Bucket">The suite's own bucket.</param>
public sealed record AccountVariables(string Table, SuiteAccount Account, SuiteBucket Bucket)
{
    private const int AccountDigits = 12;

    /// <summary>The faults are the reader's.</summary>
    public static AccountVariables Read(VariableReader reader) => new(
        reader.Required("SLUICE_TABLE", "the table's name"),
        new SuiteAccount(
            reader.Required("AWS_REGION", "a Region such as us-east-1", value => value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')),
            reader.Required("SLUICE_ACCOUNT", "an account's 12 digits", value => value.Length == AccountDigits && value.All(char.IsAsciiDigit))),
        new SuiteBucket(reader.Required("SLUICE_BUCKET", "the suite's bucket")));
}
