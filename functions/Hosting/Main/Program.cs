// The Main of an executable of Lambda functions; Hosting.targets compiles it into that executable, which may see another executable's Program.
return await Sluice.Hosting.LambdaProgram.RunAsync(System.Reflection.Assembly.GetExecutingAssembly());
