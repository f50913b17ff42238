using System.CommandLine;

namespace Sluice.Local.Commands.Packages;

/// <summary>What the commands about packages have in common.</summary>
internal static class PackageOptions
{
    public static Option<string> Domain() => new("--domain") { Description = "The domain", HelpName = "DOMAIN", Required = true };

    public static Option<string?> Repository() => new("--repository") { Description = "A repository of the domain", HelpName = "NAME" };

    public static Option<string?> Group() => new("--group") { Description = "A package group of the domain, by its pattern, e.g. /npm/*", HelpName = "PATTERN" };

    public static Argument<string> Package() => new Argument<string>("PACKAGE") { Description = $"The package: {NamedPackage.Expected}" }.Checked();

    public static Argument<string[]> Versions(string description) => new("VERSION") { Description = description, Arity = ArgumentArity.ZeroOrMore };

    private static Argument<string> Checked(this Argument<string> argument)
    {
        argument.Validators.Add(result =>
        {
            try
            {
                NamedPackage.Read(result.Tokens.Count > 0 ? result.Tokens[0].Value : "");
            }
            catch (UsageException e)
            {
                result.AddError(e.Message);
            }
        });
        return argument;
    }
}
