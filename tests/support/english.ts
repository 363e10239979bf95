import '../../src/rules/messages/english';
