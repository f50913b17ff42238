using System.CommandLine;

namespace Sluice.Local.Commands;

/// <summary>Checks what an option is given while the command line is read, so that all that is wrong with it is told at once.</summary>
internal static class CheckedOptions
{
    /// <param name="check">Throws a <see cref="UsageException"/> that names the option.</param>
    public static TOption Checks<TOption>(this TOption option, Action<string> check)
        where TOption : Option
    {
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                try
                {
                    check(token.Value);
                }
                catch (UsageException e)
                {
                    result.AddError(e.Message);
                }
            }
        });
        return option;
    }
}
